/** A tag that cannot exist. It stands for every tag that the actor may not read, so that all of them are answered alike. */
export const NO_TAG = "00000000-0000-0000-0000-000000000000";
