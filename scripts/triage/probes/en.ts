import type { Probe } from './probe.ts'

export const en: readonly Probe[] = [
  {
    kind: 'support',
    subject: 'Console unusable since Tuesday',
    body: `Hello,

since Tuesday's release our three workstations lose their session every ten minutes. You are in the middle of typing, a white rectangle appears, and then you are back at the sign-in form. Clearing the cache helped once and never again. We are on Windows 11, Edge, behind a corporate proxy. Nothing changed on our side.

What do you need from us to look into it?

Kind regards
Priya`,
  },
  {
    kind: 'support',
    subject: 'it beeps',
    body: 'The base station beeps and the little lamp is orange. I pulled the plug, still beeping. What now?',
  },
  {
    kind: 'support',
    subject: 'NOT WORKING AGAIN!!!',
    body: `This is the THIRD time this month that your scanner software refuses to talk to the scanner. "Device not found". It is plugged in, it is switched on, the cable is new. I have reinstalled everything twice. Fix it.`,
  },
  {
    kind: 'support',
    subject: '',
    body: 'how do i get my calendar onto my new phone? it shows last year only',
  },
  {
    kind: 'service',
    subject: 'Second parcel',
    body: `Dear team,

one of the two parcels came on Monday, the other one is supposedly "out for delivery" since then. I have stayed at home for three days now. Could you find out where it is, and if it is lost, send another?

Best wishes
Martha`,
  },
  {
    kind: 'service',
    subject: 'Charged again',
    body: 'You took 39.90 from my account on the 1st although I ended the contract in March. I have the confirmation. Give it back, today.',
  },
  {
    kind: 'service',
    subject: 'Offer for our new branch',
    body: `Good morning,

we are opening another branch in May with about thirty people and would like the same package as in Bristol. Could you let me know what you can do on price if we sign for two years, and how quickly the goods would be here?

Yours sincerely
D. Osei
Head of purchasing`,
  },
  {
    kind: 'service',
    subject: 'the way I was treated',
    body: 'I was in your shop on Saturday and the man at the till laughed at me when I asked about an exchange. I have never been so embarrassed. I expect an apology, and so does my husband.',
  },
  {
    kind: 'both',
    subject: 'Broken on arrival and nobody cares',
    body: `The tablet I ordered came yesterday. It does not switch on, whatever charger I use, the display stays dark. On top of that you billed me for express delivery and it took eight days. I want the delivery charge refunded and somebody to tell me how to get the thing to start.`,
  },
  {
    kind: 'both',
    subject: 'cancel',
    body: 'Since the update the portal crashes whenever I upload a file. If this is not repaired by the end of the month I cancel our subscription and want the remaining fee back.',
  },
  {
    kind: 'both',
    subject: 'Boiler',
    body: 'The boiler you put in last month goes out every night with code 4, we have no hot water in the morning. And the fitter charged us for two hours although he was here for twenty minutes. Please have it looked at and correct the bill.',
  },
  {
    kind: 'both',
    subject: '',
    body: 'ordered the kit twice by mistake, one can go back. the other one wont pair with my phone, tried three times',
  },
  {
    kind: 'support',
    subject: 'Till',
    body: 'Hi, I bought the till from you two years ago and paid a lot for it. Since this morning the drawer does not open when a sale is finished; the receipt comes out, but nothing clicks. Is there a setting I missed?',
  },
  {
    kind: 'service',
    subject: 'Booking 8841',
    body: 'Hello, I booked a room through your app and everything went fine there. My plans have changed, though: could you move the stay to the following weekend, and would that cost extra?',
  },
]
