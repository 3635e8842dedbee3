/* The two controls of a view that is not drawn by us: timeline and map. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = telling(parentElement, setTriggerValue);
  if (isShown(parentElement, data)) return;
  const view = data.tools.of.endsWith("map") ? "map" : "timeline";
  const root = element("div", { class: `root ${view} ${data.dark ? "dark" : ""}`, role: "group", "aria-label": `Take ${data.tools.of} along` },
    toolsOf(parentElement, data.tools, act));
  const before = parentElement.querySelector(".root");
  if (before) before.replaceWith(root);
  else parentElement.append(root);
}
