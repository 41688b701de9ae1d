/** The address of the help with this wing, which everybody may read. */
export const PLACES_HELP_PATH = "/help/places";
