import { letters } from '../letter.ts'

export const more = [
  letters('it desk requests', {
    service: `
      Renewal of the maintenance agreement for the plotter, please prepare the purchase order
      New starter needs a phone, model as usual, charge it to sales
      Invoice from the cabling firm for approval, please sign
      Please raise a requisition for three ergonomic mice and one wrist rest
      Items arrived today, please register them in the inventory and close the order
      Could somebody from the IT department talk to our team about the budget for next year
      Training request: two people, project management, May`,
    support: `
      Unable to map the network drive after moving desks
      Please allocate two more processors and memory to the reporting machine
      server unreachable after scheduled maintenance, please check
      Grant edit permission on the wiki space for the audit group
      Mailbox migration stuck, calendar items missing since
      Error opening attachment in the document system, file locked by another process
      Please decommission the old file server and move shares
      The monitoring alert about the disk on the mail relay keeps coming
      Upgrade of the reporting tool to the current release on both hosts
      cannot join conference, audio device not detected
      Please set up a shared mailbox for the events crew and give Nina send-as
      Switch port dead in meeting room, cable tested
      Browser certificate warning on the intranet since this morning
      Slow login on terminal server, profile takes ten minutes
      Remove old devices from the directory and disable accounts of leavers
      Printer queue blocked, jobs pile up
      smart card reader not detected after docking
      Can you whitelist our scanner's address in the firewall
      laptop fan loud, battery swollen, keys lift
      Deploy the new signature template to all clients
      please join my new laptop to the domain and install the usual software`,
    both: `
      A new monitor must be ordered for desk 9 and the old dock has stopped charging`,
  }),
  letters('card payments', {
    service: `
      Why was I charged for topping up with a foreign card
      My salary hasn't landed yet although the sender says it went on Monday
      You converted at a worse rate than the one shown
      I'd like to spend abroad, what fees should I expect
      A cash machine gave me 80 but you took 100
      How long till a refund from a shop shows on my balance
      Somebody else used my card in a supermarket, I want that money back
      Please tell me where the card you posted is
      Can friends send me money in dollars
      Which countries do you hand out cards in
      Can a sixteen year old open an account with you
      The recipient says nothing came in, can you trace it
      I'd like a second, disposable card, what does it cost`,
    support: `
      The app does not let me see my PIN, screen stays grey
      Card chip is not read in any shop
      I can't get past the selfie check, camera view is black
      My virtual card won't load into the phone wallet, it says contact issuer
      I typed the passcode wrong five times and now I'm blocked out of the app
      tap to pay does nothing though it's switched on`,
    both: `
      You took {m} twice for the hotel, and since last night the app refuses my passcode`,
  }),
  letters('cleaning', {
    service: `
      Your crew skipped the kitchen again and we pay for five rooms
      Please quote a deep clean of 400 square metres before the fair
      Can we change from Tuesdays to Thursdays
      The vase is broken and nobody owned up`,
    support: `
      The scrubber pulls left and the dosing pump drips
      Our key box app says 'out of range' standing right beside it
      The robot vacuum climbs on the rug and gives up`,
    both: `
      Please send someone else than last week; and the code lock of the supply room rejects the new code`,
  }),
  letters('vet', {
    service: `
      Moving Bella's jab to next week please
      What do you charge for neutering a tom cat
      I never agreed to that blood test and won't pay for it
      Can I fetch the tablets without an appointment`,
    support: `
      The chip reader gives no number
      Pet camera keeps losing the wifi
      the feeder turned but nothing came out, motor hums`,
    both: `
      The GPS collar stopped reporting, and I was sent two when I ordered one`,
  }),
  letters('library', {
    service: `
      I brought the book back on the 3rd, take the fine off please
      Could you order the second volume from another branch
      Do I need a new card after moving`,
    support: `
      E-book loan opens with 'licence not found' on my reader
      self-checkout doesn't read the tags
      audio books stop after chapter two in the app`,
    both: `
      Please renew my three loans; and my e-reader says 'device not authorised' when I open any of yours`,
  }),
  letters('long letters', {
    service: `
      I have been a customer since 2009 and never once complained, but the way your representative spoke to \
        my \
        wife on the telephone yesterday, cutting her off twice and laughing, is simply not on and I expect \
        an apology
      To cut a long story short: paid in January, delivered in March, wrong colour, sent back in April, \
        and since then silence. I want either the right one or my money
      We are a small bakery with three shops and are thinking of moving our orders to you. Before we decide \
        we'd like to know your minimum quantities, your terms of payment and whether you deliver before six
      My father passed away in May. I enclose the death certificate and would ask you to end the contract \
        and \
        let me know what is still owed, and please address all letters to me from now on
      Everything technical is fine, the machine runs perfectly, thank you. My question is only about the \
        bill: \
        the hourly rate you use is not the one in our agreement
      Good day, on reading your small print I found that I could have sent the shoes back free of charge, \
        yet your shop assistant made me pay {m} for postage. I'd like this returned
      Look, I don't care about apps and portals. I want a person to ring me about the invoice
      The update itself went well. What I object to is that you billed it, when your salesman promised it \
        would cost nothing`,
    support: `
      I have been on this since six this morning: uninstalled, reinstalled, cleared everything, another \
        computer, another browser, and it still says 'unexpected end of file'. Order number is {n} if you \
        need it
      We pay you a lot of money every month and yet the thing has been down since yesterday. Please get it \
        running again
      You delivered it last Tuesday, lovely packaging, quick too. But it doesn't do anything: I press the \
        button, \
        a red light comes on for a second and that's it
      My husband normally does this. He's away. The television says 'no input' and there are four remote \
        controls. \
        What do I press
      Following the purchase of your system last year we now wish to move it to another server, and would be \
        grateful for a description of the steps and of what has to be stopped beforehand
      I renewed my licence, got the invoice, all good. Only the program still says expired and won't let me \
        past that window
      Could you tell me, at your convenience, in which menu the automatic backup is switched on
      My contract is fine and I'm not asking for money, I just want the heating to stop switching itself \
        off at night`,
    both: `
      Two things. First, the invoice is made out to my old company, please reissue it. Second, since the \
        move \
        the scanner sends every file twice
      I'm fed up. The machine stops in the middle of the night with a fault nobody can explain, and you \
        have the \
        nerve to bill me for the visit in which your man didn't repair it
      It's about my order {n}, which is a week late now. While I have you: the account page shows me \
        somebody \
        else's name, which looks like a bug to me
      We'd like to extend our agreement by a year at the price you offered. Please also look into why the \
        nightly \
        report has been empty since the first
      Please cancel my subscription at the end of the month. Until then I'd like it to work: videos freeze \
        after ten seconds
      Thank you for the quick delivery. One of the two cups was broken, please replace it, and the coffee \
        machine \
        itself leaks from below when it heats up`,
  }),
]
