import "server-only";
import { answerEvaluations } from "@/lib/permissions/authzen/endpoints";

/** The decisions on many questions of another system at once (AuthZEN). Any other method gets 405 from the framework. */
export const POST = answerEvaluations;
