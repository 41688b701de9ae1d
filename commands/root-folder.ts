import { fileURLToPath } from "node:url";

/** The folder of this checkout, with a slash at the end. */
export const ROOT_FOLDER = fileURLToPath(new URL("../", import.meta.url));
