import { Compass } from "lucide-react";
import { EmptyState } from "@/components/patterns/empty-state";
import { ButtonLink } from "@/components/ui/button";

/** What root meets on the dashboard of a role that root does not hold: there is nothing of one's own to show. */
export function ForeignDashboard() {
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card">
      <EmptyState
        title="This dashboard is for a role you do not hold"
        icon={<Compass aria-hidden />}
        action={<ButtonLink href="/dashboard">Open your own</ButtonLink>}
      >
        <p>You may open it, but it shows what a person looks after themselves, and that is nothing here.</p>
      </EmptyState>
    </div>
  );
}
