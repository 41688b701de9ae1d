/** The ids by which the parts of the palette find one another: its dialog, form, box and list, and the button in the bar. */
export const PALETTE = {
  dialog: "palette",
  form: "palette-form",
  box: "palette-box",
  list: "palette-list",
  button: "palette-button",
} as const;
