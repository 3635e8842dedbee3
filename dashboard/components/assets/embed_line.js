/* The line under an embedded view. It also tells how much room the frame has: the view is drawn to fill it. */

const NARROW = 640;

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const before = parentElement.querySelector(".root");
  const root = element("section", { class: `root ${data.dark ? "dark" : ""} ${innerWidth < NARROW ? "narrow" : ""}`, "aria-label": "About this view" });
  const sources = element("div", { popover: "auto" }, data.citations.map((each) => element("p", {}, each)), element("p", {}, data.statement));
  const source = element("button", { class: "source", title: "Sources, and what is shown", "aria-haspopup": "dialog" }, data.source);
  source.popoverTargetElement = sources;
  root.append(data.selected ? element("span", { class: "selected" }, mark(data.family, data.look), data.selected) : "", source, sources, link(data));
  if (before) before.replaceWith(root);
  else parentElement.append(root);
  watchScreen(parentElement, root, data.screen, (width, height) => setTriggerValue("act", { do: "screen", width, height }), 4);
  parentElement.stop = () => parentElement.stopResize();
}

/* The same view in the dashboard, whatever path that is served under; in a window of its own, never in this frame. */
function link(data) {
  const address = new URL("./", document.baseURI);
  address.search = data.link;
  return element("a", { href: address.href, target: "_blank", rel: "noopener" }, data.link_text);
}
