/* Menus of the bars at the top of our pages. */

/* A menu opens under its button, inside the window. */
function placeUnder(menu, button) {
  const place = () => {
    const box = button.getBoundingClientRect();
    menu.style.top = `${box.bottom + 4}px`;
    menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
  };
  menu.addEventListener("toggle", () => { if (menu.matches(":popover-open")) place(); });
  menu.addEventListener("beforetoggle", place);
}
