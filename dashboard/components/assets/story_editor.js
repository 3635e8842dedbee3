/* The story editor. Rows are kept and filled again, so that the field somebody writes in keeps its focus while what was
   written before is on its way. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const editor = parentElement.editor ||= build(parentElement);
  editor.act = outbox(parentElement, data.heard, setTriggerValue);
  fill(editor, data);
  watchScreen(parentElement, { getBoundingClientRect: contentBox }, data.screen, (width, height) => editor.act({ do: "screen", width, height }));
  parentElement.stop = () => parentElement.stopResize();
}

/* The room of the whole page; the editor has a part of it. */
function contentBox() {
  const main = document.querySelector("[data-testid=stMainBlockContainer]");
  const style = getComputedStyle(main);
  return { width: main.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) };
}

function build(parentElement) {
  const editor = { rows: new Map() };
  const say = (what) => editor.act(what);
  editor.title = field("title", "Title of the story", (text) => writeDown(editor, "", "title", text));
  editor.subtitle = field("subtitle", "Subtitle of the story", (text) => writeDown(editor, "", "subtitle", text));
  editor.count = element("span", {});
  editor.fillIn = element("button", { class: "link", onclick: () => say({ do: "fill" }) });
  editor.clear = element("button", { class: "link", onclick: () => say({ do: "clear" }) }, "Take all away");
  editor.made = element("p", { class: "quiet" });
  editor.empty = element("div", { class: "empty" },
    element("p", {}, "No slides of your own yet. On Explore, ", element("em", {}, "Add to slides"), " stands on the timeline, on the map and above every passage."),
    editor.made);
  editor.list = element("ol", { "aria-label": "Slides in order" });
  editor.said = element("p", { class: "problem", role: "status" });
  editor.root = element("section", { "aria-label": "Story" }, editor.title, editor.subtitle, editor.said,
    element("div", { class: "head" }, editor.count, element("span", { class: "right" }, editor.fillIn, editor.clear)), editor.empty, editor.list);
  parentElement.append(editor.root);
  return editor;
}

function writeDown(editor, ref, name, text) {
  editor.act({ do: "write", ref, field: name, text });
}

/* A field grows with its words; none has more than one line of its own, so Enter ends it. */
function field(name, label, send) {
  const node = element("textarea", { class: name, "aria-label": label, maxlength: 2000, autocomplete: "off", rows: 1 });
  node.onchange = () => send(node.value);
  node.oninput = () => fit(node);
  node.onkeydown = (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    node.blur();
  };
  return node;
}

/* As high as its words, or as those that stand in for them. */
function fit(area) {
  const empty = !area.value;
  if (empty) area.value = area.placeholder;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight}px`;
  if (empty) area.value = "";
}

/* What is being written, or is on its way to the dashboard, stays. */
function write(editor, ref, name, node, text, hint) {
  const waits = editor.act.waits({ do: "write", ref, field: name });
  if (node.getRootNode().activeElement !== node && !waits) node.value = text;
  node.placeholder = hint;
}

function fill(editor, data) {
  const active = editor.root.getRootNode().activeElement;
  editor.root.className = `root ${data.dark ? "dark" : ""} ${data.phone ? "phone" : ""}`;
  write(editor, "", "title", editor.title, data.title, data.title_hint);
  write(editor, "", "subtitle", editor.subtitle, data.subtitle, data.subtitle_hint);
  editor.said.textContent = data.said;
  editor.said.hidden = !data.said;
  editor.count.textContent = data.slides.length ? `Slides (${data.slides.length})` : "Slides";
  editor.fillIn.textContent = data.fill;
  editor.fillIn.title = data.shown;
  editor.fillIn.hidden = !data.fill || data.slides.length > 0;
  editor.made.textContent = data.made;
  editor.clear.hidden = !data.slides.length;
  editor.empty.hidden = data.slides.length > 0;
  const kept = new Set(data.slides.map((slide) => slide.ref));
  for (const [ref, row] of editor.rows) if (!kept.has(ref)) { row.root.remove(); editor.rows.delete(ref); }
  data.slides.forEach((slide, at) => {
    const row = editor.rows.get(slide.ref) || newRow(editor, slide.ref);
    fillRow(editor, row, slide, at, data.slides.length);
    if (editor.list.children[at] !== row.root) editor.list.insertBefore(row.root, editor.list.children[at] || null);
  });
  const fitAll = () => { for (const area of editor.root.querySelectorAll("textarea")) fit(area); };
  requestAnimationFrame(() => { fitAll(); document.fonts.ready.then(fitAll); });
  refocus(editor, active);
}

/* A row that is put elsewhere loses the focus, with every answer that puts it elsewhere. Who moves a slide with a key goes
   on moving it; at either end only back. */
function refocus(editor, active) {
  const { row, by } = editor.moved || {};
  if (row && (active === row.up || active === row.down)) {
    const [same, other] = by < 0 ? [row.up, row.down] : [row.down, row.up];
    (same.disabled ? other : same).focus();
  } else if (editor.list.contains(active)) active.focus();
}

function newRow(editor, ref) {
  const row = { ref, at: 0 };
  const words = (name) => (text) => writeDown(editor, ref, name, text);
  const move = (by) => () => { editor.moved = { row, by }; editor.act({ do: "move", ref, by }); };
  row.title = field("title", "Title", words("title"));
  row.subtitle = field("subtitle", "Subtitle", words("subtitle"));
  row.sentence = field("sentence", "Sentence", words("sentence"));
  row.number = element("button", { class: "number", title: "Show this slide", onclick: () => editor.act({ do: "show", ref }) });
  row.up = element("button", { class: "step", "aria-label": "Move up", title: "Move up", onclick: move(-1) }, "↑");
  row.down = element("button", { class: "step", "aria-label": "Move down", title: "Move down", onclick: move(1) }, "↓");
  row.away = element("button", { class: "step", "aria-label": "Take away", title: "Take this slide away", onclick: () => editor.act({ do: "remove", ref }) }, "×");
  row.mark = element("span", { class: "sign" });
  row.problem = element("p", { class: "problem" });
  row.root = element("li", {}, element("div", { class: "grip", title: "Drag to another place" }, row.number, row.mark),
    element("div", { class: "fields" }, row.title, row.subtitle, row.sentence, row.problem), element("div", { class: "steps" }, row.up, row.down, row.away));
  drag(editor, row);
  editor.rows.set(ref, row);
  return row;
}

function fillRow(editor, row, slide, at, count) {
  row.at = at;
  row.number.textContent = at + 1;
  row.number.setAttribute("aria-label", `Show slide ${at + 1}`);
  row.mark.replaceChildren(slide.problem ? "?" : slide.kind === "place" ? "◎" : mark(slide.family, slide.look));
  write(editor, row.ref, "title", row.title, slide.title, slide.title_hint);
  write(editor, row.ref, "subtitle", row.subtitle, slide.subtitle, slide.subtitle_hint);
  write(editor, row.ref, "sentence", row.sentence, slide.sentence, "A sentence of your own");
  row.problem.textContent = slide.problem;
  row.problem.hidden = !slide.problem;
  row.up.disabled = at === 0;
  row.down.disabled = at === count - 1;
}

/* By its number a slide can be dragged; the fields stay fields. A line shows the edge that it will come to. */
function drag(editor, row) {
  const grip = row.root.firstChild;
  const leave = () => row.root.classList.remove("over", "after");
  grip.draggable = true;
  grip.ondragstart = (event) => { editor.dragged = row; event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setDragImage(row.root, 10, 10); };
  grip.ondragend = () => { editor.dragged = null; };
  row.root.ondragover = (event) => {
    if (!editor.dragged || editor.dragged === row) return;
    event.preventDefault();
    row.root.classList.add("over");
    row.root.classList.toggle("after", editor.dragged.at < row.at);
  };
  row.root.ondragleave = (event) => { if (!row.root.contains(event.relatedTarget)) leave(); };
  row.root.ondrop = (event) => {
    event.preventDefault();
    leave();
    if (editor.dragged && editor.dragged !== row) editor.act({ do: "move", ref: editor.dragged.ref, to: row.at });
    editor.dragged = null;
  };
}
