// Runs before the page is painted, so that a dark page never flashes white.
"use strict";
const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = null;
try {
  chosen = localStorage.getItem("quotextract-theme");
} catch {
  // A page from a disk may have no storage: the choice then lasts as long as the page.
}
function setTheme(theme) {
  document.documentElement.dataset.theme = theme ?? (dark.matches ? "dark" : "light");
}
setTheme(chosen);
dark.addEventListener("change", () => setTheme(chosen));
function toggleTheme() {
  chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  setTheme(chosen);
  try {
    localStorage.setItem("quotextract-theme", chosen);
  } catch {
    // As above.
  }
}
