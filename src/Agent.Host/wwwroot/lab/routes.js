/**
 * The pages of the lab. A page's module exports `show(element, params, lab)`, which fills the element and may return a function that
 * is called when the page is left. The first pattern that fits is taken.
 */
export const routes = [
  { pattern: '/lab', title: 'Dashboard', load: () => import('./dashboard/dashboard-page.js') },
  { pattern: '/lab/dashboard', title: 'Dashboard', load: () => import('./dashboard/dashboard-page.js') },
  { pattern: '/lab/templates', title: 'Templates', load: () => import('./templates/templates-page.js') },
  { pattern: '/lab/templates/new', title: 'New template', load: () => import('./templates/new-template-page.js') },
  { pattern: '/lab/templates/folder', title: 'Folder of templates', load: () => import('./templates/folder-page.js') },
  { pattern: '/lab/templates/:id', title: 'Template', load: () => import('./templates/template-page.js') },
  { pattern: '/lab/templates/:id/run', title: 'Run', load: () => import('./templates/run-page.js') },
  { pattern: '/lab/templates/:id/versions', title: 'Versions', load: () => import('./templates/versions-page.js') },
  { pattern: '/lab/compare', title: 'Compare', load: () => import('./compare/compare-page.js') },
  { pattern: '/lab/executions', title: 'Executions', load: () => import('./executions/executions-page.js') },
  { pattern: '/lab/executions/:id', title: 'Execution', load: () => import('./executions/execution-page.js') },
  { pattern: '/lab/pipelines', title: 'Pipelines', load: () => import('./pipelines/pipelines-page.js') },
  { pattern: '/lab/pipelines/:id', title: 'Pipeline', load: () => import('./pipelines/pipeline-page.js') },
  { pattern: '/lab/runs', title: 'Runs', load: () => import('./runs/runs-page.js') },
  { pattern: '/lab/runs/:id', title: 'Run', load: () => import('./runs/run-page.js') },
  { pattern: '/lab/datasets', title: 'Datasets', load: () => import('./datasets/datasets-page.js') },
  { pattern: '/lab/datasets/:id', title: 'Dataset', load: () => import('./datasets/dataset-page.js') },
  { pattern: '/lab/evaluations/:id', title: 'Evaluation', load: () => import('./evaluations/evaluation-page.js') },
];
