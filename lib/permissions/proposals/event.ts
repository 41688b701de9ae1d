import "server-only";
import type { KnownEvent } from "../facts/ledger";
import { invalid, type Problem, type ProposalKind, type Proposed, plain, textOf } from "./proposal";

/** Questions about events: they come from calendars, so that all one can do is hide them and show them again. */
export const eventProposals: ProposalKind = {
  want: ({ resourceId }, wanted) => wanted.events.add(resourceId),
  facts: (resourceId, ledger) => ledger.event(resourceId),
  propose(asked, ledger) {
    const record = ledger.event(asked.resourceId);
    return plain(asked.action, record, record === undefined ? [] : problemsWith(asked, record));
  },
};

function problemsWith({ action, parameters }: Proposed, { hidden }: KnownEvent): readonly Problem[] {
  const blank = parameters.reason !== undefined && (textOf(parameters.reason) ?? "").trim() === "";
  return [
    ...(action === "hide" && blank ? [invalid("Hiding an event takes a reason.")] : []),
    ...(action === "hide" && hidden ? [invalid("This event is hidden already.")] : []),
    ...(action === "unhide" && !hidden ? [invalid("This event is not hidden.")] : []),
  ];
}
