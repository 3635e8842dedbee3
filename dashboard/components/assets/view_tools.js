/* The two controls of a view that is not drawn by us: timeline and map. The marks of the timeline take no focus; whoever
   comes by Tab is told the keys that step through them. */

export default function ({ data, parentElement, setTriggerValue }) {
  dress(parentElement);
  const act = telling(parentElement, setTriggerValue);
  if (isShown(parentElement, data)) return;
  const view = data.tools.of.endsWith("map") ? "map" : "timeline";
  const root = element("div", { class: `root ${view} ${data.dark ? "dark" : ""}`, role: "group", "aria-label": `Take ${data.tools.of} along` },
    view === "timeline" && element("span", { class: "keys", tabindex: "0" }, "Keys: ← and → step through the events, / searches"),
    toolsOf(parentElement, data.tools, act));
  const before = parentElement.querySelector(".root");
  if (before) before.replaceWith(root);
  else parentElement.append(root);
}
