// A passage: paragraphs of runs; evidence is underlined, dates and places lead to their events and marks.

function runOf(run, go) {
  if (typeof run === 'string') return run;
  const [text, kind, evidence, target] = run;
  const node = { n: () => el('sup', {}, text), g: () => el('span', { class: 'page' }, text) }[kind];
  const leads = target !== undefined && {
    d: () => button(text, () => go.event(target), { class: 'date', title: EVENTS[target].title }),
    p: () => button(text, () => go.place([target]), { class: 'at', title: PLACES[target].name }),
  }[kind];
  const made = node ? node() : leads ? leads() : el('span', {}, text);
  return evidence ? el('mark', {}, made) : made;
}

function passageOf(passage, go) {
  const paragraphs = passage.paragraphs.map(([gap, ...runs]) =>
    el('p', { class: gap === 'h' ? 'heading' : null }, gap === '…' ? '… ' : '', ...runs.map((run) => runOf(run, go))));
  const notes = passage.notes.map(([label, ...runs]) =>
    el('p', { class: 'footnote' }, el('sup', {}, label), ' ', ...runs.map((run) => runOf(run, go))));
  return el('section', { class: 'passage', tabindex: '-1' },
    el('h3', {}, passage.where),
    el('blockquote', {}, ...paragraphs, ...notes),
    citation(passage));
}

function citation({ cite, url }) {
  return el('p', { class: 'citation' }, cite, ' ', webLink(url, 'Open the document'));
}
