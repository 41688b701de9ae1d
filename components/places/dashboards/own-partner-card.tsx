import { Banner } from "@/components/patterns/banner";
import { CalendarDay, Day } from "@/components/patterns/instant";
import { listed } from "@/components/patterns/listed";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { OwnPartner } from "@/lib/places/partner-dashboard/queries";
import { partnerPath } from "@/lib/places/partners/constants";
import { Checklist } from "./checklist";

/** A partner that one administers: what its record still lacks, what moderators say about it, and who looks after it too. */
export function OwnPartnerCard({ partner }: { partner: OwnPartner }) {
  const { name, hiding, changedAt, checklist } = partner;
  const complete = checklist.every(({ done }) => done);
  return (
    <Card
      id={`partner-${partner.id}`}
      title={<TextLink href={partnerPath(partner)}>{name}</TextLink>}
      state={
        <span className="inline-flex flex-wrap gap-1">
          {hiding !== null && <Badge tone="warning">Hidden</Badge>}
          {complete && <Badge tone="success">Complete</Badge>}
        </span>
      }
    >
      <div className="grid gap-4">
        {hiding !== null && (
          <Banner
            tone="warning"
            title={
              <>
                Hidden from the public pages since <CalendarDay day={hiding.hiddenOn} long />
              </>
            }
          >
            <p>“{hiding.reason}”</p>
          </Banner>
        )}
        <Checklist partner={partner} />
        <p className="text-sm text-ink-muted">
          <CoAdmins partner={partner} /> Last changed <Day at={new Date(changedAt)} />.
        </p>
      </div>
    </Card>
  );
}

function CoAdmins({ partner: { coAdmins, unseenCoAdmins } }: { partner: OwnPartner }) {
  const others = unseenCoAdmins === 1 ? "1 other person" : `${unseenCoAdmins.toLocaleString("en-GB")} other people`;
  const named = [...coAdmins.map(({ name }) => name), ...(unseenCoAdmins > 0 ? [others] : [])];
  return named.length === 0 ? "You are its only admin." : `You look after it with ${listed(named)}.`;
}
