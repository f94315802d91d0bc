import { LabApi } from './api/lab-api.js';
import { readKey } from './shell/key.js';
import { Lab } from './shell/lab.js';
import { routes } from './routes.js';

/** Everything under `/lab` is this page; the address names what it shows. */
const api = new LabApi(new URL('../', import.meta.url), readKey);
new Lab(api, routes).start(document.body);
