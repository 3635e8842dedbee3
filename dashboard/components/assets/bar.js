/* What the bars at the top of our pages share: menus, and the field to search with. */

/* A menu opens under its button, inside the window; closed by Escape, it gives the focus back to it. */
function placeUnder(menu, button) {
  const place = () => {
    const box = button.getBoundingClientRect();
    menu.style.top = `${box.bottom + 4}px`;
    menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
  };
  menu.addEventListener("toggle", () => { if (menu.matches(":popover-open")) place(); });
  menu.addEventListener("beforetoggle", (event) => {
    place();
    if (event.newState === "closed" && menu.contains(menu.getRootNode().activeElement)) button.focus();
  });
}

/* Asks when the reader pauses, presses Enter or turns elsewhere, and not twice for the same words; `hold` says which
   were asked for, and leaves a half-written search as it is. */
function searchField(attributes, ask) {
  const field = element("input", { class: "search", type: "search", maxlength: 200, ...attributes });
  let asked = "";
  let pause = null;
  const askNow = () => {
    clearTimeout(pause);
    pause = null;
    const words = field.value.trim();
    if (words !== asked) ask(words);
  };
  field.onkeydown = (event) => { if (event.key === "Enter") askNow(); };
  field.oninput = () => { clearTimeout(pause); pause = setTimeout(askNow, 450); };
  field.onblur = () => { if (pause !== null) askNow(); };
  field.hold = (words) => {
    asked = words;
    if (field.getRootNode().activeElement !== field) field.value = words;
  };
  return field;
}
