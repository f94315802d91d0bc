/**
 * The pages of the lab. A page's module exports `show(element, params, lab)`, which fills the element and may return a function that
 * is called when the page is left. The first pattern that fits is taken.
 */
export const routes = [
  { pattern: '/lab', title: 'Templates', load: () => import('./templates/templates-page.js') },
  { pattern: '/lab/templates', title: 'Templates', load: () => import('./templates/templates-page.js') },
];
