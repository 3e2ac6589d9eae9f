// Runs in the page, beside axe. Every function answers with faults, one a line; none means that all is well.
window.look = {
  // The page as it now stands, by every rule of axe, those of WCAG 2.2 AA that it leaves off by itself included.
  async axe() {
    const found = await axe.run(document, { resultTypes: ['violations'], elementRef: false, rules: { 'target-size': { enabled: true } } });
    return found.violations.flatMap(rule => rule.nodes.map(node =>
      `- ${rule.id} (${rule.impact}): ${rule.help}\n    ${node.target}  ${node.html}\n      ${[...node.any, ...node.all, ...node.none].map(check => check.message).join('\n      ')}`));
  },

  // Each path in turn becomes the content of this document: parsed, styled and laid out as when one goes there,
  // but without a new browsing context, in which axe and the style sheets would have to be read again.
  async walk(paths) {
    const faults = [];
    for (const path of paths) {
      const answer = await fetch(path);
      if (answer.status !== 200 || answer.redirected) {
        faults.push(`${path}: ${answer.status} ${answer.url}`);
        continue;
      }
      const root = document.adoptNode(new DOMParser().parseFromString(await answer.text(), 'text/html').documentElement);
      const styles = [...root.querySelectorAll('link[rel=stylesheet]')].map(link => new Promise((loaded, failed) => {
        link.onload = loaded;
        link.onerror = () => failed(new Error(`${path}: ${link.href} does not load`));
      }));
      document.replaceChild(root, document.documentElement);
      history.replaceState(null, '', path);
      await Promise.all(styles);
      await document.fonts.ready;
      for (const fault of [...look.wide(), ...await look.axe()]) faults.push(`${path}:\n${fault}`);
    }
    return faults;
  },

  // Where a page leads to.
  async links(path) {
    const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
    return [...page.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), new URL(path, location.href))).map(to => to.pathname + to.search);
  },

  // What stands out of the window at the right.
  wide() {
    const page = document.documentElement;
    if (page.scrollWidth <= window.innerWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > window.innerWidth + 1).slice(-3);
    return [`- ${page.scrollWidth} px wide in a window of ${window.innerWidth}: ${out.map(e => e.outerHTML.slice(0, 120)).join(' … ')}`];
  },

  // Writes down everything that the focus comes to, and whether one sees it there.
  follow() {
    const way = look.way = [];
    document.addEventListener('focusin', ({ target }) => way.push({ target, seen: look.seen(target) }));
  },

  // A ring around the thing itself or around its whole card; on the map, the commune in full ink.
  seen(element) {
    const ring = style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const commune = element.querySelector?.('.map-commune');
    return ring(getComputedStyle(element)) || ring(getComputedStyle(element, '::after')) || (commune !== null && getComputedStyle(commune).strokeWidth === '6px');
  },

  // What the way of the focus through the page had that it should not.
  lost() {
    const name = e => e.outerHTML.slice(0, 140), way = look.way, faults = [];
    if (!way[0]?.target.matches('.skip')) faults.push(`- the first stop is ${way[0] ? name(way[0].target) : 'nowhere'}`);
    const last = [...document.querySelectorAll('footer a')].at(-1);
    if (!way.some(stop => stop.target === last)) faults.push(`- the keyboard never comes to the end of the page: it stays at ${name(way.at(-1).target)}`);
    for (const { target } of way.filter(stop => !stop.seen)) faults.push(`- one does not see the focus on ${name(target)}`);
    return faults;
  },

  // How many stops there can be: more presses than this, and the keyboard is caught somewhere. A date has stops inside.
  stops: () => document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]').length + 4 * document.querySelectorAll('input[type=date], input[type=time]').length,
};
