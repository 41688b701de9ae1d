import "server-only";
import { answerEvaluation } from "@/lib/permissions/authzen/endpoints";

/** The decision on one question of another system (AuthZEN). Any other method gets 405 from the framework. */
export const POST = answerEvaluation;
