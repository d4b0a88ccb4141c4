// The page around the canvas follows the theme that C++ chose: scroll bars, the browser's own controls, its tool bar.

const pageColors = { dark: "#121110", light: "#F4F2EF" }; // "page" of the layout's colours

export function setTheme(dark: boolean): void {
  const theme = dark ? "dark" : "light";
  document.documentElement.dataset.theme = theme;
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")) {
    meta.content = pageColors[theme];
    meta.media = "";
  }
}
