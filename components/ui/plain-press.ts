type Press = Readonly<Record<"metaKey" | "ctrlKey" | "shiftKey" | "altKey", boolean> & { button: number }>;

/** Whether a press on a link only follows it: any other asks for a new tab, a window or a download, which stays the browser's. */
export function isPlainPress({ button, metaKey, ctrlKey, shiftKey, altKey }: Press): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
