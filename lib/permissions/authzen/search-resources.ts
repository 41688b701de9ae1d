import "server-only";
import type { Transaction } from "@/db/client";
import { countResources, type Search, searchResources } from "../search";
import { loadSubjects } from "./evaluate-batch";
import { openPosition, sealPosition } from "./page-token";
import type { ResourceSearch } from "./parse";

/** The records found, or one page of them; `page` comes first, as the standard recommends. */
export interface SearchReply {
  readonly page?: {
    /** Empty at the end. */
    readonly next_token: string;
    readonly count: number;
    /** How many there are on all pages, where that is known without judging each. */
    readonly total?: number;
  };
  readonly results: readonly { readonly type: string; readonly id: string }[];
}

/**
 * The records that the subject may do the action to. Without `page` all of them up to `MAX_RESULTS`, above that page by
 * page. A token goes on with the size of its page unless another is named.
 * @param askedBy the id of the key that asks; tokens of one key do not open for another.
 * @throws RequestError 400 for a token that does not belong to this search.
 */
export async function searchForResources(
  tx: Transaction,
  asked: ResourceSearch,
  askedBy: string,
): Promise<SearchReply> {
  const { subject, action, resource, page } = asked;
  // Everything but token and size: what the token of the next page is bound to.
  const query = {
    askedBy,
    subject,
    action,
    type: resource.type,
    properties: resource.properties,
    context: asked.context,
    page: page?.properties,
  };
  const from = page?.token ? openPosition(page.token, query) : null;
  const limit = page?.limit ?? from?.limit ?? null;
  const find = await loadSubjects(tx, [subject]);
  const search: Search = {
    actor: find(subject),
    type: resource.type,
    action: action.name,
    ...(action.properties === undefined ? {} : { properties: action.properties }),
    confirmed: asked.context?.confirmed === true,
    after: from?.after ?? null,
    limit,
  };
  const { ids, next } = await searchResources(tx, search);
  const results = ids.map((id) => ({ type: resource.type, id }));
  if (page === undefined && next === null) {
    return { results };
  }
  // A page of nothing has no next one: whoever follows tokens to their end would never come to it.
  const token = next === null || limit === 0 ? "" : sealPosition({ after: next, limit }, query);
  const whole = from === null && next === null && limit !== 0;
  const total = whole ? ids.length : await countResources(tx, search);
  return { page: { next_token: token, count: ids.length, ...(total === null ? {} : { total }) }, results };
}
