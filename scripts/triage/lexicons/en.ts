import { words } from './lexicon.ts'
import type { Lexicon } from './lexicon.ts'

export const en: Lexicon = {
  support: words(`
    crash; crashes; crashed; freezes; frozen; hangs; error; error message; error code; exception; bug;
    glitch; fault; faulty; broken; defective; malfunction; not working; does not work; stopped working;
    won't start; does not turn on; does not respond; unresponsive; black screen; blank page;
    blue screen; flickering; overheating; noise; blinking light; offline; disconnected;
    connection lost; no signal; no internet; wi-fi; wireless; network; router; modem; firewall; VPN;
    proxy; DNS; IP address; bandwidth; latency; slow; timeout; server; outage; down; unavailable; login;
    log in; sign in; locked out; password; reset password; forgot password; PIN blocked; two-factor;
    authentication; access denied; permission; admin rights; account locked; sync; synchronise; backup;
    restore; recover files; data loss; export; import; upload; download; install; installation;
    uninstall; reinstall; setup; configure; configuration; settings; update; upgrade failed; firmware;
    driver; version; compatible; compatibility; plugin; extension; API; webhook; integration; database;
    query; script; log file; stack trace; screenshot; troubleshoot; diagnose; reboot; restart; printer;
    scanner; keyboard; mouse; monitor; display; screen; laptop; tablet; phone app; battery; charger;
    charging; cable; USB; Bluetooth; pairing; speaker; microphone; camera; sensor; hard disk;
    storage full; mailbox; Outlook; shared folder; file; spam filter; browser; cookies; cache; Ubuntu;
    Windows; Linux; Android; iPhone; terminal command; boot; shutdown; kernel; mount; partition;
    repository; package manager; how do I set up; how to install; how to configure;
    how to change my password; how to sync; convert; format; shortcut; software; application; program;
  `),
  service: words(`
    refund; money back; reimburse; return; return label; exchange; replacement; cancel; cancellation;
    cancel my order; unsubscribe; subscription; membership; renewal; contract; notice period; terms;
    invoice; bill; billing; receipt; statement; charge; charged twice; overcharged; double charge; fee;
    fees; price; pricing; cost; quote; estimate; discount; voucher; coupon; promo code; gift card;
    loyalty points; reward; offer; deal; payment; pay; paid; pay by card; bank transfer; direct debit;
    instalments; credit card; debit card; credit note; deposit; balance; cash withdrawal; ATM; cash;
    exchange rate; currency; top up; transfer money; transfer pending; recipient; beneficiary; cheque;
    bank account; new card; card arrived; card delivery; lost card; stolen card; virtual card;
    identity check; order; my order; order status; place an order; change order; purchase; buy;
    shopping; delivery; delivered; deliver; shipping; shipment; parcel; package; courier; tracking;
    track my order; late delivery; missing item; wrong item; damaged on arrival; address;
    delivery address; change my address; phone number; change my name; personal details;
    account details; open an account; create an account; delete my account; close my account;
    switch account; upgrade my account; appointment; booking; reservation; reschedule; opening hours;
    store; branch; warranty; guarantee; complaint; complain; rude; staff; manager;     compensation; disappointed; unacceptable; poor service; feedback; review; praise;
    recommend a product; which product; availability; in stock; size; colour; catalogue; newsletter;
    sales; account manager; training; consultation; onboarding; VAT; tax; late payment; reminder; debt;
  `),
  neutral: words(`
    great; great job; thank you all; wonderful; perfect; nice; kind of you; just wanted to say; keep it up;
    garden; house; mother; father; weather; tree; summer; winter; river; coffee; lunch; dinner;
    birthday; holiday; village; music; football; school; teacher; doctor; bread; apple; flower; street;
    window; door; kitchen; family; children; friend; neighbour; dog; cat; horse; mountain; book; story;
    picture; colleague; meeting; conference; project; report; idea; plan for Monday; good news;
    long day; north; south; company; club; society; town; country; people; man; woman; name; letter;
    mail; message; answer; reply; contact; call; phone call; information; details; attached; see below;
    forwarded; follow up; situation; matter; topic; case; person; customer; user; thing; place; part;
    hope; believe; remember; understand; wonder; happy; angry; sad; tired; worried; sorry; annoyed;
    furious; patient; serious; important; quick; fast; soon; later; finally; again; twice; several;
    same; different; big; small; old; right; wrong; better; worse;
  `),
}
