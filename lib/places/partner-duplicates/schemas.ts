import { z } from "zod/mini";
import { SIMILAR_PARTNERS_PATH } from "./constants";

/** What the look for similar partners answers. */
export const similarAnswerSchema = z.object({ partners: z.array(z.object({ name: z.string(), href: z.string() })) });

/** The address that looks for partners like one with this name and postcode. */
export function similarHref(name: string, postcode: string): string {
  return `${SIMILAR_PARTNERS_PATH}?${new URLSearchParams({ name, postcode })}`;
}
