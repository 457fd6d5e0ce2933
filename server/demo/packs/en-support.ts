import type { Pack } from './pack.ts'

export const enSupport: Pack['topics'] = {
  'scanner-pairing': {
    subjects: [
      'Scanner does not pair with the till',
      'P40 blinks red, E-310',
      'Handheld scanner lost its connection',
    ],
    openings: [
      'Our P40 scanner does not pair with the till any more. It blinks red and the app says E-310. Firmware {version}. We have restarted both.',
      'Since the update on Monday the handheld scanner shows E-310 when we put it into the cradle. It worked for months before.',
    ],
    replies: [
      'E-310 with firmware {version} is a known fault of ours (KE-117): the scanner refuses the new pairing key. Please put firmware 2.3 on it over USB, which takes five minutes; the guide is attached. I am on the phone if you would like to do it together.',
      'Thank you for the exact code. Could you tell me the firmware version (hold both buttons for five seconds, it prints a sheet) and whether the till has been updated to 8.2?',
    ],
    fixes: [
      'With 2.3 on it the scanner takes the new key at once. Please pair it once more from Settings, Devices; the old pairing does not come back by itself.',
    ],
  },
  'printer-offline': {
    subjects: [
      'Label printer drops off the network after the night',
      'L20 prints nothing until restarted',
      'Printer offline every morning',
    ],
    openings: [
      'The L20 label printer is offline every morning until we switch it off and on. During the day it works. Firmware {version}, cable, no Wi-Fi.',
      'After about two hours without a label the printer disappears from the till. The light stays green. Restarting helps for a while.',
    ],
    replies: [
      'That fits KE-118: firmware {version} goes to sleep and does not answer when the router asks. Until 3.2 is out, please switch off "deep sleep" in the printer’s menu (Network, Power). It uses a little more power and stays reachable.',
      'Could you print the network sheet (hold Feed for ten seconds) and send me a photo? I would like to see whether the router gives it a new address at night.',
    ],
    fixes: [
      'The sheet shows a lease of two hours. I have written down how to give the printer a fixed address in your router; with that it stays.',
    ],
  },
  'export-fails': {
    subjects: [
      'Export fails with E-1042',
      'Catalogue export stops at 40 %',
      'Cannot export items, error E-1042',
    ],
    openings: [
      'The export of our catalogue stops with E-1042. We have about {n} thousand items. Last week it still worked.',
      'Every export since this morning ends with "E-1042, try again later". We need the file for the web shop today.',
    ],
    replies: [
      'You are not alone: E-1042 hits exports of large catalogues since last night (KE-121). Engineering is on it. Exporting by category works in the meantime; I can do that for you if you tell me which ones you need first.',
    ],
    fixes: ['The fix for KE-121 is live. I have run your export myself and put the file into your account.'],
  },
  'codes-rejected': {
    subjects: ['Two-factor codes rejected', 'Cannot sign in, code is always wrong'],
    openings: [
      'The six-digit codes from my phone are rejected since Monday. I have tried on two devices. Nobody in the back office can sign in.',
      'My login code is "invalid" every time, although the app shows a new one every thirty seconds.',
    ],
    replies: [
      'That is almost always a clock: the phone or the till is more than a minute off. Please set both to automatic time. If the code still fails, I can reset the second factor while we talk, so that you can prove who you are.',
    ],
    fixes: [
      'Your till was four minutes behind because its time server was blocked. I have changed it to yours, and the codes are accepted again.',
    ],
  },
  'app-update': {
    subjects: [
      'Till app would not update',
      'Update to 8.3 hangs at the proxy',
      'Update fails again and again',
    ],
    openings: [
      'The till app says an update is ready but never installs it. It is version {version} on Windows 11. We have a proxy in the office, if that matters.',
    ],
    replies: [
      'It does matter: versions before 8.3 ask the proxy for a password without showing it. Please add our update address to the proxy’s exceptions, or run the installer from the link below once; later updates go through.',
    ],
    fixes: ['I have seen your till come back with the new version. The proxy asks for nothing any more.'],
  },
  'terminal-totals': {
    subjects: ['Card terminal totals do not match', 'End of day differs by {amount}'],
    openings: [
      'At the end of the day the T5 terminal shows {amount} more than the till. It happened twice this week, both times after a card was declined.',
    ],
    replies: [
      'A declined payment that was tried again counts twice on the T5 below 5.2. Nothing was charged twice. Please update the terminal from its menu; I have corrected the two days in your report.',
    ],
    fixes: ['Both days match now. With 5.2 on the terminal it will not happen again.'],
  },
  'slow-till': {
    subjects: ['Till has become very slow', 'Ten seconds for every scan'],
    openings: [
      'Since last week the till needs ten seconds for every item. Nothing was changed. {n} thousand items, version {version}.',
    ],
    replies: [
      'I have looked at the report your till sent: its disk is nearly full, and the search index is built again for every scan. Please empty the folder named in the attached note, or give me a time and I will do it with you.',
    ],
    fixes: [
      'Back to half a second. I have switched on the warning that comes when less than two gigabytes are free.',
    ],
  },
  'broken-on-arrival': {
    subjects: ['{item} arrived broken', 'Damaged on arrival, order {order}', 'New device does not switch on'],
    openings: [
      'The {item} from order {order} does not switch on. The box was dented. I need a replacement, and please tell me whether we can move the settings from the old one.',
      'Unpacked the new {item} today: the display is cracked and it beeps three times. We paid {amount} for it and want it exchanged or the money back.',
    ],
    replies: [
      'I am sorry that it came to you like this. A replacement leaves today without waiting for the old one; the label for the return ({rc}) is attached. Our support colleague will move your settings as soon as it is there.',
      'Three beeps mean that the battery contact has come loose in transport. You can have an exchange ({rc}) or the money back, whichever suits you. Until then I have sent you a way to run the till without it.',
    ],
    fixes: [
      'The replacement is with you, and the settings from the old {item} are on it. The return {rc} is closed.',
    ],
  },
  'replacement-setup': {
    subjects: ['Replacement arrived, how do we set it up?', 'Exchange and set-up of the {item}'],
    openings: [
      'The replacement {item} is here, thank you. It asks for an account that I do not have, and what happens with the {amount} for the first one?',
    ],
    replies: [
      'Two answers: the account is made by the till itself, under Settings, Devices, Add. And the {amount} goes back to your card as soon as {rc} is scanned; you need not do anything.',
    ],
    fixes: ['Device is registered and the refund has been released. That closes both sides.'],
  },
}
