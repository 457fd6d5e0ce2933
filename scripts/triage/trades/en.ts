import { lines } from '../phrases/phrases.ts'
import type { TradeLines } from './trade-lines.ts'

export const en: TradeLines = {
  support: lines(`
    I cannot sign up, the registration form shows an error
    Problems with registering on your site
    I forgot my PIN and have to recover it
    The card is not read by any machine
    My passcode is not accepted
    User registration hangs at the last step
    I need access to the shared mailbox of the finance group
    Please grant write permissions on the project folder for our new colleague
    Cannot access the intranet site, access denied
    My account got locked after three failed logins
    Reset of my password for the wiki please
    The laptop is unusable, it needs a restart every hour
    Laptop keyboard has dead keys and the docking station does not detect the monitor
    The meeting room screen cannot be shared over the conference system
    Outlook cannot create a meeting, the calendar gives an error
    Mailbox is full and no mails come in
    Please increase the disk quota of the virtual machine
    Request for administrator rights to install developer tools
    The token of my VPN client has expired
    The headset has no microphone input in calls
    Badge reader at the gate no longer reads my card
    Old server has to be decommissioned and its disk wiped
    The library site was migrated and links are dead now
    Configuration of the mail client on a new phone fails
    Slow network on the third floor, packets are lost
    Wrong version of Java, the application needs an older one
    We are experiencing performance issues and intermittent crashes in the analytics dashboard
    I am writing to report a significant disruption of the platform, users cannot sign in
    There has been a data breach and we suspect unauthorised access to patient records
    We would like guidance on securing our cloud storage and enabling encryption
    Integration between the CRM and the mailing tool fails to synchronise contacts
    Several devices dropped off the network after the firmware upgrade
    Our website loads slowly and the plugin conflicts with the theme
    The scheduled job did not run overnight and the table is empty
    Login page throws an exception after the deployment
    The VR headset loses tracking and stutters
    The smart meter sends no readings to the portal
    The inverter shows an isolation fault and feeds nothing in
    The heating stays cold and the control unit shows F28
    The booking engine returns a blank calendar on mobile
    The patient portal logs me out when I upload a document
    The learning platform does not accept my file, upload stops at 90 percent
    The ticket machine app does not scan the code
    The phone line crackles and calls drop
    The set-top box reboots and loses all channels
    The mower does not return to its base and reports a blocked wheel
    The label printer prints half a label and then feeds blank ones
    The scale does not talk to the till any more
    What could cause the memory of the process to grow until it is killed
    How can I connect the scanner with the tablet over Bluetooth
    Which ports must be open in the firewall for the client
    Is version {v} compatible with Windows 11
    How do I export all records as CSV through the API
    How to set up single sign-on for our domain
    Can you tell me how to turn on dark mode and change the language of the interface
    I followed the manual but the wizard ends with a red cross
    The calculation in the spreadsheet add-in gives wrong results
    Antivirus blocks your installer and quarantines a file
  `),
  service: lines(`
    Please order five monitors and a docking station for the new office
    Purchase request for a wireless mouse and a backpack, cost centre attached
    We need approval of the purchase order and a delivery date
    Please quote ten laptops with three years of warranty
    New purchase: please log the item and issue the receipt
    I would like information about your pricing plans and available packages
    Could you provide details about your consulting offer for digital strategy
    We are interested in your marketing services to grow our brand
    There seems to be a discrepancy in our latest bill, the amount is higher than agreed
    An unexpected charge of {m} appears on our account, please clarify
    Could you explain the billing options and payment methods you accept
    Please adjust the invoice to our purchase order number
    We would like to discuss a partnership and request a brochure
    Can we add twenty seats to our agreement from next month
    We wish to downgrade to the basic tier at renewal
    Please send the signed contract and the data processing agreement
    Who is responsible for our account and can we meet for a review
    Please pass on our thanks to the engineer, excellent service
    My meter was read wrongly and the yearly bill is far too high
    We are moving out at the end of the month, please end our electricity contract
    Please lower my monthly instalment
    My flight was cancelled, I want a refund of the ticket
    Can I bring another suitcase and what does it cost
    Please change the name on the booking, it is misspelt
    The hotel was nothing like the brochure, I demand part of the price back
    I need an appointment with the doctor next week
    Please send me a copy of my medical bill for the insurance
    Why does my insurance not cover the treatment
    I want to report damage to my car and make a claim
    How do I enrol my son for the summer course and what are the fees
    Please defer my exam registration
    I need a certificate of residence, which documents must I bring
    When is bulky waste collected and how much is it
    I want to object to the parking fine
    Please transfer my number to a new contract
    Roaming charges of {m} are outrageous, I was told it was included
    Is the mower available in your Leeds branch and can I pick it up
    The dress looks different from the picture, I am sending it back
    The replacement you promised has not been sent
    The box was open and two glasses were broken in transit
    My points have not been credited after the purchase
    I never received the confirmation of my order
    My top-up was taken but the balance has not changed
    How long does a transfer to another bank take
    Please raise the limit of my card
    Why is there an extra fee for paying abroad
    I would like to add my wife to the account
    What documents do you need to verify my identity
    Please tell me the status of my claim
    Your agent hung up on me, I want to speak to a supervisor
    I want to donate the amount instead of a refund
    I would like to leave a positive review
  `),
  besideSupport: lines(`
    I bought it from you in March
    We have had a contract with you for years
    We pay for the premium plan
    It was delivered last week
    The order number is {n}
    It is still under warranty I think
    It was not cheap
    Your sales representative recommended it to us
  `),
  besideService: lines(`
    I looked it up in your app
    I saw it on your website
    By the way, the new portal works nicely
    I could download the form
    I do not use a computer
    The device itself is fine
    I printed the confirmation
    My phone number has stayed the same
  `),
  settled: lines(`
    It does not crash any more, thank you
    The error is gone since yesterday
    Everything works again
    No more disconnects since the repair
    The printer prints again, you can close this
    We no longer see the fault
    There was no outage on our side
    The refund has arrived, thank you
    The parcel came this morning after all
    The invoice is correct now, nothing else to do
    It is fixed
    Problem solved
  `),
  formal: lines(`
    I am writing to you with regard to the following matter
    We would appreciate your assistance in this matter
    Please let us know if you require any further information
    Thank you for your prompt attention
    We value your support and look forward to your response
    I am reaching out on behalf of our organisation
    Could you please look into this at your earliest convenience
    Your expertise would be of great help
    This affects our daily operations
    Please provide an update on the progress
    I hope this message finds you well
    We trust this will be handled with the necessary priority
    Please find the details below
    You may contact me at the number in my signature
  `),
}
