import "server-only";
import { newId } from "../catalogue";
import { invalid, type Problem, type ProposalKind, type Proposed, plain, textsOf } from "./proposal";

const fields: readonly string[] = ["name", "description"];
const kinds: readonly unknown[] = ["category", "facility", "partnership"];

/** Questions about tag records. A tag keeps its kind for life. */
export const tagProposals: ProposalKind = {
  want(asked, wanted) {
    if (asked.resourceId !== newId) {
      wanted.tags.add(asked.resourceId);
    }
  },
  facts: (resourceId, ledger) => ledger.tag(resourceId),
  propose: (asked, ledger) => plain(asked.action, ledger.tag(asked.resourceId) ?? proposedFacts, problemsWith(asked)),
};

// A tag that is only proposed belongs to nobody, whatever kind it says it is.
const proposedFacts = { number: -1, kind: "partnership" };

function problemsWith({ action, record, parameters }: Proposed): readonly Problem[] {
  const kind = parameters.kind ?? record.kind;
  if (action === "create" && kind !== undefined && !kinds.includes(kind)) {
    return [invalid("There is no such kind of tag.")];
  }
  const named = textsOf(parameters.fields);
  return action === "update" && (named === null || named?.some((field) => !fields.includes(field)))
    ? [invalid("There is no such field.")]
    : [];
}
