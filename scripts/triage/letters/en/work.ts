import { letters } from '../letter.ts'

export const work = [
  letters('software', {
    service: `
      Four seats are no longer needed, please reduce at renewal and send the new figure
      Our auditors need your subprocessor list and a signed DPA
      Who is the right person to talk about an enterprise agreement for three subsidiaries
      invoice should say the legal entity, not the trading name
      We were sold the analytics module as included, now there's a line for {m}
      Is there a discount for non-profits
      Do you offer onboarding days on site, what are the rates`,
    support: `
      How do I delete a user in the admin panel
      Where can I change who may see a project
      Dashboard tiles spin and then say query limit reached
      SSO redirects us in a loop since we rotated the certificate
      Comments by guests don't trigger a mail
      invoice pdf export ends in a blank file
      Bulk edit silently skips rows over 500
      How do I connect the calendar to the scheduling page
      Two-way sync writes duplicates into our CRM`,
    both: `
      We'd like to add 12 licences from May, and the SCIM provisioning has been failing with 403 since Friday
      Can you set us up with yearly billing? Also the mobile client shows tasks from another workspace, \
        that's alarming
      The renewal quote has the wrong company on it; and our imports hang at 99 percent`,
  }),
  letters('hosting', {
    service: `
      domain was renewed though I'd cancelled it, I want {m} back
      What would a dedicated machine with 128 GB cost monthly, and the setup
      Transfer the contract for example.org to my client please, what do you need
      Invoices should go to accounts, not to me`,
    support: `
      Site shows 502 since 4 am
      PHP was switched to 8 and the shop is a white page now
      mails from our server bounce, SPF fail
      Cannot get a certificate for the subdomain, challenge times out
      Please restore yesterday's database backup, table orders was dropped
      How do I point a domain at another server
      ssh key refused after the migration`,
    both: `
      Our site is down again, and this month's invoice still bills the old package although we downgraded`,
  }),
  letters('printers', {
    service: `
      Toner contract: counter read wrongly, 40.000 pages, we did 4.000
      We want to return two leased devices at the end of the quarter
      the cartridge you shipped is for the XL series, please exchange
      What's the price per page on the colour model`,
    support: `
      Paper jam in tray 2 but there's no paper anywhere
      prints everything with a magenta cast
      scan to mail stopped after we changed the password of the mailbox
      Printer offline on three PCs, on for one
      How do I get the driver onto an ARM laptop
      device shows SC542 and stays in warm up`,
    both: `
      Order of 10 toners never came and meanwhile the MFP on floor 2 prints blank pages
      SC899 again after restart, and please send the credit note for the service call nobody made`,
  }),
  letters('point of sale', {
    service: `
      You took the terminal rent twice in April
      We're closing the shop on the 30th, please end the contract and tell us how to return the terminal
      What are the fees for credit cards with a turnover of 20k
      paper rolls: order 40 please`,
    support: `
      Card terminal says 'no host' since this morning, queue to the door
      till drawer doesn't open after cash sales
      End of day report is off by exactly one sale
      Barcode of the new wine isn't found though it's in the item list
      receipt printer cuts in the middle of the text
      how do I add a second VAT rate`,
    both: `
      Payout of Saturday is missing, {m}, and the reader drops its Bluetooth after every payment`,
  }),
  letters('accounting software', {
    service: `
      The upgrade was charged to us twice, once in June, once now
      Training for two new clerks, what dates do you have
      I was told the payroll module would be free for a year; your bill says otherwise`,
    support: `
      VAT return can't be sent, the gateway answers 'schema invalid'
      Opening balances doubled after year-end
      bank feed stopped on the 3rd, re-authorised twice
      How do I reverse a posted invoice in the program
      Invoices cannot be downloaded, the button does nothing
      The trial balance doesn't balance since update {v}, looks like a rounding bug`,
    both: `
      Please quote the multi-company edition, and our nightly backup says 'locked by another user' and \
        never finishes`,
  }),
  letters('personnel office', {
    service: `
      I'm handing in my notice for the end of September, send me a line that you have it
      New colleague starts on Monday, which forms does she have to bring
      Please enter my parental leave from May to July
      I was ill from the 3rd to the 7th, certificate attached
      my payslip lacks the overtime of the weekend shift
      How many days of holiday have I left
      Need an employment reference for my landlord
      Change of surname and bank details after the wedding, form enclosed
      Request to go down to 30 hours from next quarter
      May I carry five days of leave into next year?
      Leaver's checklist for the colleague going at month end, please sign off
      Timesheet for week 22 still waits for approval by my manager`,
    support: `
      Time clock at gate B doesn't accept badges since the weekend
      The leave planner shows an empty page in Edge
      self-service portal: payslip pdf asks for a password I don't know
      Can't save my working hours, 'period locked by system' though it's open`,
    both: `
      Please correct my sick days in March, and I can't open the training portal, it says no role assigned
      My first salary went to the wrong account. My badge also isn't recognised at any reader`,
  }),
  letters('purchasing', {
    service: `
      Please buy an adjustable chair for the reception, cost centre 4711
      PO {n} needs a second signature, could you approve it today
      requesting two keyboards and a monitor for the starter on desk 12, budget is agreed
      Ordered items received complete, please close the purchase order
      We need three offers for the conference microphones before we can order
      New phone for a sales colleague, please order the same model as last time and charge to marketing
      Delivery of the twelve notebooks: when, and who signs`,
    support: `
      Approval step in the purchasing tool loops back to me
      The catalogue punch-out gives 'session invalid'
      The new monitors we received flicker at 60 Hz`,
    both: `
      Please order a replacement charger for me, and the docking station drops both screens whenever I plug \
        in`,
  }),
  letters('it desk', {
    service: `
      Can I get my loan laptop for another two weeks?
      whoever fixed my desk yesterday, brilliant, thank you, please pass it on
      Is there a course for spreadsheets this autumn and does the department pay
      Nobody from IT has come back to me in nine days. Poor show`,
    support: `
      Please give Tom read rights on the controlling share
      Add 40 GB to the drive of the test server
      VPN kicks me out as soon as I start a call
      Please install the CAD viewer on the machines in room 2.14
      Move the mailbox of our leaver to an archive and set an out of office
      Teams camera upside down
      new starter: account, mailbox and groups like her predecessor
      patch window for the database servers on Sunday, please restart the services after it
      Locked out after holiday, password expired
      Distribution list is missing the two new people, please add
      The scheduled task on the file server failed overnight
      I need local admin for an hour to install a driver`,
    both: `
      Two screens and a headset to be ordered for the interns please; one of the old machines also \
        bluescreens at boot`,
  }),
  letters('machines', {
    service: `
      Please quote for 6 proximity switches and the seal kit for the press, machine no. {n}
      Spare part confirmed for the 4th, not here, our line stands and costs us {m} an hour
      We ask for a date for the yearly maintenance, preferably week 33
      Your fitter's hours on the report are not what he worked, please amend
      The drawing you sent belongs to another customer
      Return of the loan spindle: please send transport papers`,
    support: `
      Spindle stops with alarm 2045 axis not referenced
      After the control was updated, the tool changer loses its position
      packaging line: photo eye doesn't see transparent film
      Hydraulic pressure falls to 90 bar within minutes, pump runs loud
      How do we load the parameter backup onto the new drive
      HMI freezes when changing recipes
      Conveyor runs backwards after the motor was swapped`,
    both: `
      Robot cell faults with E-314 at each start, and we need the offer for a second gripper by Friday
      The invoice for the commissioning exceeds the order by {m}. The remote access to the press does not \
        connect either`,
  }),
  letters('logistics', {
    service: `
      Pallet 3 of 5 missing, consignment {n}, who checks the depot
      Driver arrived without a tail lift again and our people unloaded by hand
      Please send rates for Rotterdam to Graz, 14 pallets weekly
      The demurrage you bill is not ours, the slot was yours`,
    support: `
      EDI messages from you stopped at 02:10, no ASN since
      Handhelds in the cold store lose the wireless at aisle 9
      slot booking portal shows 'time zone invalid'
      The tail-lift camera gives no picture`,
    both: `
      Two packages arrived soaked and we claim {m}; besides, the driver app logs everyone out at midnight`,
  }),
  letters('smart home', {
    service: `
      Lock was delivered with only one key fob, two are listed
      Can I hand the yearly cloud plan over to the buyer of my house
      I'd like to send the starter kit back, it doesn't fit my door
      Which of your cameras may be used outside without a subscription`,
    support: `
      The front door lock jams half way and beeps five times
      doorbell rings on the phone 40 seconds late
      Hub offline since the router was changed, how do I give it the new wifi
      Motion sensor triggers all night with nobody there
      voice assistant says 'device not responding' for every lamp
      How do I share access with the cleaner on Tuesdays only`,
    both: `
      The camera stopped recording and I'm being charged for a plan I ended in March
      Please swap the white sensor for a black one, and how do I pair the siren, it won't go into learning \
        mode`,
  }),
  letters('heating', {
    service: `
      Sweep was here and your maintenance wasn't, the contract says yearly
      Offer for a heat pump, house of 1978, 140 sqm please
      Your engineer left without a word and a bill for two hours
      Is there still a grant and do you do the paperwork`,
    support: `
      boiler locks out with EA 227, third reset today
      Pressure drops from 2 to 0.5 bar in a day
      Room thermostat shows 28, it's 17 in here
      hot water for two minutes then ice cold
      How do I switch the heat pump to holiday mode
      gateway won't go online, red led`,
    both: `
      No hot water since 5 am, fault F22. And the last invoice charges a part that was under warranty`,
  }),
  letters('solar', {
    service: `
      Panels up since April and still no papers for the grid operator from you
      Final invoice has two batteries, there's one
      What does a 10 kW battery cost me with fitting
      Scaffolding has damaged the gutter, I'd like that repaired at your cost`,
    support: `
      Inverter shows 'grid lost' ten times a day
      string 2 gives half of string 1 in full sun
      battery stays at 5 percent, won't charge
      The monitoring site hasn't had values since the router swap
      How to limit feed-in to 70 percent`,
    both: `
      One optimiser is offline and the yield is down; also when will the deposit for the cancelled wallbox \
        be repaid`,
  }),
]
