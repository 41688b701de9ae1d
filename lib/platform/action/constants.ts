/**
 * The hidden field in which a form says how the record stood when it was opened. Its name begins as those of the
 * framework's own fields do: no action reads it; it only comes back with a refusal, so that the form knows it again.
 */
export const LOADED_FIELD = "$LOADED";
