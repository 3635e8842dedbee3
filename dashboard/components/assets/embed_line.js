/* The line under an embedded view. It also tells how much room the frame has: the view is drawn to fill it. The parts
   are made once; a new answer only fills them again, so that the open list of sources stays open. */

const NARROW = 640;

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const line = parentElement.line ??= build(parentElement);
  fill(line, data);
  const act = outbox(parentElement, data.heard, setTriggerValue);
  watchScreen(parentElement, line.root, data.screen, (width, height) => act({ do: "screen", width, height }), 4);
  parentElement.stop = () => parentElement.stopResize();
}

function build(parentElement) {
  const line = {
    selected: element("span", { class: "selected" }),
    source: element("button", { class: "source", title: "Sources, and what is shown", "aria-haspopup": "dialog" }),
    sources: element("div", { popover: "auto" }),
    link: element("a", { target: "_blank", rel: "noopener" }),
  };
  line.source.popoverTargetElement = line.sources;
  line.root = element("section", { "aria-label": "About this view" }, line.selected, line.source, line.sources, line.link);
  parentElement.append(line.root);
  return line;
}

function fill(line, data) {
  line.root.className = `root ${data.dark ? "dark" : ""} ${innerWidth < NARROW ? "narrow" : ""}`;
  line.selected.hidden = !data.selected;
  line.selected.replaceChildren(mark(data.family, data.look), data.selected);
  line.source.textContent = data.source;
  line.sources.replaceChildren(...[...data.citations, data.statement].map((words) => element("p", {}, words)));
  line.link.href = whole(data);
  line.link.textContent = data.link_text;
}

/* The same view in the dashboard, whatever path that is served under; in a window of its own, never in this frame. */
function whole(data) {
  const address = new URL("./", document.baseURI);
  address.search = data.link;
  return address.href;
}
