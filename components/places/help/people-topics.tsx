import { HelpPoints, HelpTopic } from "./help-topic";

/** Help with roles: who sees and does what, why something is missing, and what the portal asks before it goes on. */
export function PeopleTopics() {
  return (
    <>
      <RolesTopic />
      <WhyTopic />
      <ConfirmationsTopic />
    </>
  );
}

function RolesTopic() {
  return (
    <HelpTopic id="roles" title="Who may do what">
      <p>
        Your roles decide what you see. Everything else reads as if it were not there: lists, counts, searches and
        pickers all stop at the same line. Several roles add up, but no two of them are mixed in one decision.
      </p>
      <HelpPoints
        points={[
          ["Root", "looks after the whole portal, and alone gives roles over neighbourhoods, partnerships and sites."],
          [
            "Neighbourhood admins",
            "look after the partners with an address or a service area in their neighbourhoods, or anywhere below them.",
          ],
          [
            "Partnership admins",
            "look after the partners in their neighbourhoods that also carry one of their partnership tags.",
          ],
          ["Partner admins", "look after their own partners and those partners’ calendars."],
          ["Site admins", "look after their own sites: what a site says, and whether the public sees it."],
        ]}
      />
    </HelpTopic>
  );
}

function WhyTopic() {
  return (
    <HelpTopic id="why" title="Why can I see this? Why can I not do that?">
      <p>
        Every record has “Why can I see this?”. It names the role that opens the record and the way from that role to
        it, and for each thing that you may not do what is missing and who could do it.
      </p>
      <p>
        “My access” in the menu under your name lists every role you hold, what it opens, who gave it and until when. If
        something is missing there, ask root; an admin of your area can make you an admin of a partner.
      </p>
    </HelpTopic>
  );
}

function ConfirmationsTopic() {
  return (
    <HelpTopic id="confirmations" title="When the portal asks first">
      <p>
        Some changes would take a record out of your own sight: removing its last place in your area, the last of your
        partnership tags, or the last partner that lets you see somebody. The portal then names what would disappear and
        changes nothing until you confirm. If somebody has changed the record meanwhile, it asks again.
      </p>
      <p>
        If two people edit the same record, nothing is overwritten: whoever saves second sees what the other changed and
        chooses.
      </p>
    </HelpTopic>
  );
}
