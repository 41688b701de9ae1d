/** Keeps the page behind a dialog from scrolling, without the jump that a vanishing scroll bar makes; the result lets it go again. */
export function holdPage(): () => void {
  const { style, clientWidth } = document.documentElement;
  const { overflow, paddingInlineEnd } = style;
  style.paddingInlineEnd = `${window.innerWidth - clientWidth}px`;
  style.overflow = "hidden";
  return () => Object.assign(style, { overflow, paddingInlineEnd });
}
