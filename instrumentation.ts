/** Run once by the framework when the server starts, before the first request. */
export async function register(): Promise<void> {
  // The framework bundles this file for a second runtime too, without Node's modules; the condition is decided then.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { rememberResponses } = await import("@/lib/platform/response-status");
  const { answerStarter } = await import("@/lib/platform/start-answer");
  const { startToken } = await import("@/env");
  rememberResponses();
  answerStarter(startToken());
}
