import "server-only";
import { ActionForm } from "@/components/patterns/action-form";
import { PageTitle } from "@/components/patterns/page-title";
import { SessionTable } from "@/components/people/sessions/session-table";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { endOtherSessionsAction } from "@/lib/people/sessions/actions";
import { listSessions } from "@/lib/people/sessions/queries";
import { requireActor } from "@/lib/permissions/actor";
import { requireSession } from "@/lib/platform/sign-in/session";

/** "My sessions": where one is signed in, and the way to end any of it. */
export default definePage(async function SessionsPage() {
  const actor = await requireActor();
  const { sessionId } = await requireSession();
  const sessions = await listSessions(actor);
  return (
    <PageBody>
      <PageTitle title="My sessions">
        <p className="text-ink-muted">
          The browsers in which you are signed in. An ended session is signed out at once.
        </p>
      </PageTitle>
      <div className="grid gap-4">
        <div className="rounded-lg border border-line bg-surface shadow-card">
          <SessionTable sessions={sessions} currentId={sessionId} />
        </div>
        {sessions.length > 1 && (
          <ActionForm action={endOtherSessionsAction} tone="danger">
            End all other sessions
          </ActionForm>
        )}
      </div>
    </PageBody>
  );
});
