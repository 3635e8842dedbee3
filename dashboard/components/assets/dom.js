/* Shared by every component: elements are made here, and text only ever goes in as text. */

function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) {
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
  }
  return node;
}

/* The style comes with the script, once for each place that a component is shown in. */
function dress(parentElement) {
  if (parentElement.adoptedStyleSheets.length) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  parentElement.adoptedStyleSheets = [sheet];
}

/* A way to tell the dashboard things of which none is lost. Of two messages of one component that come while the page is
   drawn Streamlit hears only the second; so each brings along all that the dashboard does not say it has heard. */
function outbox(parentElement, heard, setTriggerValue) {
  const unheard = (parentElement.outbox?.unheard || []).filter((each) => each.number > heard);
  const box = parentElement.outbox = { heard, unheard, tell: setTriggerValue };
  const act = (what) => send(parentElement.outbox, what); // a part that was drawn earlier tells by the newest way there is
  // An answer that has not heard what a field says now must not put its old words back.
  act.waits = (about) => box.unheard.some((each) => Object.entries(about).every(([name, value]) => each[name] === value));
  return act;
}

function send(box, what) {
  box.unheard.push({ ...what, number: Math.max(Date.now(), box.heard + 1, (box.unheard.at(-1)?.number ?? 0) + 1) });
  box.tell("act", { all: box.unheard });
}

/* Whether all this is shown already, whatever was heard meanwhile. An answer that brings nothing new leaves the page alone: a button made anew under a
   pressed finger hears no click, and words that were being marked are marked no more. */
function isShown(parentElement, data) {
  const wanted = JSON.stringify({ ...data, heard: null });
  const shown = parentElement.shown === wanted && parentElement.querySelector(".root");
  parentElement.shown = wanted;
  return Boolean(shown);
}

/* Puts a part that was drawn anew in the place of the one before. Who works with the keys goes on where he was: at the
   button that is the same in all, in what it says, or in where it stands among its kind; else at the part itself. */
function exchange(parentElement, root) {
  const before = parentElement.querySelector(".root");
  if (!before) return parentElement.append(root);
  const focused = before.getRootNode().activeElement;
  const within = before !== focused && before.contains(focused);
  before.replaceWith(root);
  if (!within) return;
  const said = (node) => [JSON.stringify(node.dataset), node.textContent];
  for (const traits of [(node) => [node.className, ...said(node)], said, (node) => [node.className]]) {
    const alike = (part) => [...part.querySelectorAll(focused.tagName)].filter((node) => String(traits(node)) === String(traits(focused)));
    if (takesFocus(alike(root)[alike(before).indexOf(focused)])) return;
  }
  const part = root.querySelector(".scroll") || root;
  if (!part.matches("[tabindex]")) part.tabIndex = -1;
  takesFocus(part);
}

function takesFocus(node) {
  node?.focus({ preventScroll: true });
  return Boolean(node) && node.getRootNode().activeElement === node;
}

/* A row of tabs is walked with ← and → too, which then step through no events. */
function walkTabs(row) {
  row.addEventListener("keydown", (event) => {
    const next = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[event.key];
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const tab = event.target[next];
    tab?.focus();
    tab?.click();
  });
  return row;
}

/* Fills a holder unless it is filled for the same key: what stays what it is is left alone. */
function keep(holder, key, make) {
  if (holder.key === key) return;
  holder.key = key;
  holder.replaceChildren(...make());
}

/* The clipboard needs a secure page; an old-fashioned copy serves where there is none. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = element("textarea", { style: "position:fixed;opacity:0" });
    field.value = text;
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

/* Streamlit does not know how much room there is; the layout needs it. Tells the width of a node and the height of the
   window where they differ from what is known; a few pixels more or less change nothing. */
function watchScreen(parentElement, node, [knownWidth, knownHeight], tell, leeway = 40) {
  let resizing;
  const report = () => {
    const width = Math.round(node.getBoundingClientRect().width), height = innerHeight;
    if (width && (Math.abs(width - knownWidth) > 2 || Math.abs(height - knownHeight) > leeway)) tell(width, height);
  };
  parentElement.stopResize?.();
  const onResize = () => { clearTimeout(resizing); resizing = setTimeout(report, 200); };
  addEventListener("resize", onResize);
  parentElement.stopResize = () => { clearTimeout(resizing); removeEventListener("resize", onResize); };
  requestAnimationFrame(report);
}

/* Whether a key belongs to a field that is being written in, also inside a shadow root. */
function isWriting(event) {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/* The mark of a family, as on the timeline: shape and colour together; hollow for a date of the reference list, broken
   for what was planned or proposed. Drawn, since letters like ▶ become pictures on some phones; SHAPES come with the
   script, from views/theme.py. */
function mark(family, look = "") {
  const shape = (name, attributes) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };
  const picture = shape("svg", { viewBox: "-1.3 -1.3 2.6 2.6" });
  picture.append(shape("path", { d: SHAPES[family] || SHAPES.other }));
  return element("span", { class: `mark ${family} ${look}`, "aria-hidden": "true" }, picture);
}
