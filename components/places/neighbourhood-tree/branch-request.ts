import { childrenHref } from "@/lib/places/neighbourhood-tree/constants";
import { childrenAnswerSchema, type TreePlace } from "@/lib/places/neighbourhood-tree/schemas";

/** What lies directly in a place, or why that is not known, as its person reads it. */
export type BranchAnswer = { places: readonly TreePlace[] } | { fault: string };

/** By the status of the answer. */
const SENTENCES: Readonly<Record<number, string>> = {
  401: "Your session has ended. Sign in again to go on.",
  404: "This place is not there any more.",
  429: "You have opened many places in a short time. Wait a minute, then go on.",
};

const FAILED = "What lies in it could not be loaded. Check the connection.";

/** Asks the portal what lies directly in the place with this code. Never fails. */
export async function requestBranch(code: string): Promise<BranchAnswer> {
  try {
    const answer = await fetch(childrenHref(code), { headers: { accept: "application/json" } });
    if (!answer.ok) return { fault: SENTENCES[answer.status] ?? FAILED };
    const parsed = childrenAnswerSchema.safeParse(await answer.json());
    return parsed.success ? parsed.data : { fault: FAILED };
  } catch {
    return { fault: FAILED };
  }
}
