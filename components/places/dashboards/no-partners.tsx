import { Building2, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/patterns/empty-state";
import { ButtonLink } from "@/components/ui/button";
import { NEW_PARTNER_PATH } from "@/lib/places/partners/constants";

/** What stands on a dashboard about partners where there are none: why, and the first step where one may take it. */
export function NoPartners({ mayCreate, children }: { mayCreate: boolean; children: ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card">
      <EmptyState
        title="No partners yet"
        icon={<Building2 aria-hidden />}
        action={
          mayCreate && (
            <ButtonLink href={NEW_PARTNER_PATH}>
              <Plus aria-hidden className="size-4" />
              New partner
            </ButtonLink>
          )
        }
      >
        <p>{children}</p>
      </EmptyState>
    </div>
  );
}
