import "server-only";
import type { ServerAction } from "@/lib/platform/action/pipeline";
import { inRequest } from "./request";
import { type ActionLine, type Outcome, type Walker, walkers } from "./walkers";
import { sessionOf } from "./walking";

/** What comes of a server action for everybody who walks, each in a session of their own, without a running portal. */
export async function walkAction(
  action: ServerAction<unknown>,
  line: ActionLine,
): Promise<Partial<Record<Walker, Outcome>>> {
  const found: Partial<Record<Walker, Outcome>> = {};
  for (const walker of Object.keys(walkers) as Walker[]) {
    const { sessionId, cookie } = await sessionOf(walker);
    const [name = "", token = ""] = cookie.split("=");
    const input = line.input({ ownSession: sessionId, othersSession: sessionId, versions: {} });
    const { result, redirectedTo } = await inRequest({ cookies: name === "" ? {} : { [name]: token } }, () =>
      action(null, input),
    );
    found[walker] = result?.ok === false ? result.code : redirectedTo?.startsWith("/sign-in") ? "to /sign-in" : "done";
  }
  return found;
}
