const conjunction = new Intl.ListFormat("en-GB", { type: "conjunction" });

/**
 * Names as people list them: "Hulme", "Hulme and Moss Side", "Ardwick, Hulme and 2 more".
 * @param more how many there are beside those that are named.
 */
export function listed(names: readonly string[], more = 0): string {
  return conjunction.format(more > 0 ? [...names, `${more.toLocaleString("en-GB")} more`] : names);
}
