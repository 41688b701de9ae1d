import "server-only";
import { answerResourceSearch } from "@/lib/permissions/authzen/endpoints";

/** The records that somebody may do something to, for another system (AuthZEN). Any other method gets 405 from the framework. */
export const POST = answerResourceSearch;
