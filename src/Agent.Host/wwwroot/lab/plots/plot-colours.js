/** The colour that a variable of the theme has at a node now; a canvas cannot read `light-dark()`. */
export function colourOf(node, variable) {
  const probe = document.createElement('span');
  probe.style.color = `var(${variable})`;
  node.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** Calls `run` when the colours of the page change, until `signal`. */
export function onColours(run, signal) {
  const watch = new MutationObserver(run);
  watch.observe(document.querySelector('.shell'), { attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', run, { signal });
  signal.addEventListener('abort', () => watch.disconnect());
}
