import type { PlaceUse } from "@/lib/places/neighbourhoods/schemas";
import { UNKNOWN_POSTCODE } from "@/lib/places/postcodes/constants";
import { postcodeAnswerSchema, postcodeHref } from "@/lib/places/postcodes/schemas";
import type { ChosenPlace } from "../neighbourhoods/chosen-places";

/** The place that a postcode lies in, or why there is none to choose, as its person reads it. */
export type PostcodeAnswer = { place: ChosenPlace } | { fault: string };

/** By the status of the answer. */
const SENTENCES: Readonly<Record<number, string>> = {
  401: "Your session has ended. Sign in again to go on.",
  404: "This partner is no longer within your remit.",
  429: "You have looked up many postcodes in a short time. Wait a minute, then go on.",
};

const FAILED = "The postcode could not be looked up. Check the connection, or choose the neighbourhood by hand.";

/** Asks the portal which place that one may choose for that use the postcode lies in. Never fails. */
export async function requestPlaceOfPostcode(use: PlaceUse, postcode: string): Promise<PostcodeAnswer> {
  if (postcode.trim() === "") return { fault: "Give the postcode first." };
  try {
    const answer = await fetch(postcodeHref(use, postcode), { headers: { accept: "application/json" } });
    if (!answer.ok) return { fault: SENTENCES[answer.status] ?? FAILED };
    const parsed = postcodeAnswerSchema.safeParse(await answer.json());
    if (!parsed.success) return { fault: FAILED };
    const { place } = parsed.data;
    return place === null ? { fault: UNKNOWN_POSTCODE } : { place };
  } catch {
    return { fault: FAILED };
  }
}
