import { element } from '../../widget/view/dom.js';
import { linkButton } from '../parts/page-head.js';

const STEPS = [
  ['Write a template', 'A prompt with {{variables}}. Every change is kept as a version.'],
  ['Run it', 'With any model; without a key the offline model answers, so that everything can be tried.'],
  ['Compare, chain, measure', 'Versions side by side, pipelines of several steps, and datasets that tell whether a change is an improvement.'],
];

/** For somebody who has nothing yet: the way to the first template. */
export function newcomer() {
  return element(
    'section',
    { class: 'newcomer', 'aria-label': 'Getting started' },
    element('h2', { text: 'Nothing has run yet' }),
    element('p', { class: 'muted', text: 'This page will show what ran, what it took and what failed. Three steps lead there:' }),
    element('ol', { class: 'newcomer-steps' }, ...STEPS.map(([title, text]) => element('li', {}, element('strong', { text: title }), element('span', { class: 'muted', text })))),
    linkButton('Write the first template', '/lab/templates/new', { kind: 'primary', drawing: 'plus' }),
  );
}
