import * as z from "zod/mini";
import { THEMES } from "./constants";

/** The choice of a theme. `reload` comes from the form that is sent without scripts: it asks for the page anew. */
export const chooseThemeSchema = z.object({ theme: z.enum(THEMES), reload: z.optional(z.literal("yes")) });
