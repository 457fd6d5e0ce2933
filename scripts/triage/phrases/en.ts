import { lines } from './phrases.ts'
import type { Phrases } from './phrases.ts'

export const en: Phrases = {
  language: 'en',
  support: lines(`
    {p} crashes every time I open it after the update
    The app closes by itself when I press save
    I get an error message and nothing happens
    Error code 0x80070057 when installing version {v}
    {p} will not start any more, the screen stays black
    The page does not load, it spins forever
    I cannot log in, it says wrong password although it is right
    The password reset link has expired and I am locked out
    Two-factor code never arrives, so I cannot sign in
    The device does not connect to the Wi-Fi
    Bluetooth pairing fails with my phone
    Sync stopped working between laptop and phone
    My files are gone after the migration
    {p} is extremely slow since yesterday and freezes
    The printer is offline and does not print
    The firmware update failed halfway and now the device is bricked
    The battery drains within an hour and the unit gets hot
    No sound from the left speaker
    The touch screen does not respond
    The import fails with a timeout
    The export file is empty and columns are missing
    The API returns 500 since this morning
    Webhook calls are not delivered to our server
    We have an outage, nobody can access the system
    The server is down and our whole office is offline
    Notifications do not show up on Android
    How do I configure the proxy settings
    How can I install the driver on Linux
    The integration with Outlook lost its connection
    There is a bug in the report, totals are calculated wrong
    The button is greyed out and clicking does nothing
    I see a blank page in Firefox, in Chrome it works
    The camera shows only a grey picture
    Pairing mode keeps blinking red
    The sensor shows wrong readings
    The motor makes a grinding noise and stops
    The dishwasher shows E24 and does not drain
    The router restarts on its own several times
    I reinstalled and rebooted but the fault is still there
    Attached are the log files and a screenshot of the stack trace
    Permission denied when opening the shared folder
    The certificate is invalid and the browser shows a warning
    Data is displayed incorrectly after the latest release
    The backup does not run and the disk is full
    VPN disconnects after a few minutes
    The licence key is rejected during activation
    Search returns no results although the records exist
    The thermostat lost its settings after a power cut
    It beeps three times and switches off
    The app hangs on the loading screen
    The charging cable is recognised but it does not charge
    Two devices show different data, they are out of sync
    Steps to reproduce: open settings, click export, crash
    Emails from the system end up in an endless loop
    The video keeps buffering and the picture stutters
    The machine is broken, it does not turn on
    Hardware fault, the display flickers
    Please troubleshoot our connection
    The plugin is incompatible with the new version
    Which settings do I need for IMAP
    The PIN is blocked after three attempts and the terminal refuses it
    The card reader is not recognised by the tablet
    The software does not recognise my scanner
    Pages load without styles and the layout is broken
    Saving a form ends in an internal server error
  `),
  service: lines(`
    Where is my order {n}, it should have arrived
    I would like to return {p} and get my money back
    Please cancel my subscription at the end of the term
    The invoice is wrong, you charged me {m} twice
    I was billed after I had cancelled
    Please send me the invoice for my last payment
    When will I receive my refund of {m}
    The parcel arrived damaged, I want a replacement
    You delivered the wrong item, wrong colour and size
    I want to change the delivery address of order {n}
    Can I change my billing details and VAT number
    Could you give me a quote for 50 licences
    What does the premium plan cost per seat
    I would like to upgrade to the larger package
    We want to renew our contract, what discount can you offer
    My voucher code was not deducted from the price
    I want to complain about your staff, this is unacceptable
    The technician did not come to the appointment
    Nobody called me back, I am very disappointed in your company
    I want compensation for the delay
    How long is the delivery time to Austria
    Do you ship abroad and how much is shipping
    Is {p} in stock again
    Which product suits me better, can you advise me before I buy
    I want to close my account and delete my data
    Please change the name on my account, I got married
    My payment was rejected but the money left my bank account
    I do not recognise this charge on my statement
    The direct debit was taken too early
    Can I pay in instalments or by bank transfer
    How many loyalty points do I have
    I want to exchange the shoes for a larger size
    The tracking has not changed for days, is the package lost
    One item is missing from my delivery
    I ordered two but received only one
    Please confirm my booking
    I need to move my appointment
    Please stop sending me the newsletter
    Your price increase is outrageous, I am leaving
    A competitor offers the same for less, can you match the price
    I need a copy of the contract
    What is the notice period
    Please send the payment reminder to our accounting department
    The amount on the receipt does not match what I ordered
    I would like to order another 20 pieces
    Do you have an office in Leeds and what are your opening hours
    Thank your colleague, she was wonderful
    I have a suggestion for your range
    Who is our new account manager
    We would like training for new employees, what does it cost
    What warranty do I get and how long is the return period
    I want to dispute the late fee
    The exchange rate you used is too high
    My new card has still not arrived in the post
    Why was I charged a fee for the transfer
    Gift card balance and how to redeem it
    Order {n} please cancel before it ships
    I want to speak to a manager about this complaint
    Please update my phone number and address
    I want to make a purchase for our company on account
    The courier left the parcel with a stranger
    My seat reservation needs a different name
    Please reimburse the postage
    I am waiting for the credit note
    The salesman promised me a discount
  `),
  neutral: lines(`
    I have written to you several times already
    I have been a customer for more than ten years
    This cannot be true
    I am really angry by now
    I would be glad about a quick reply
    Please get back to me as soon as you can
    My colleague told me to contact you
    This has been going on for two weeks
    You can also reach me by phone
    I am honestly fed up
    I hope you are well
    As discussed with you last week
    I look forward to hearing from you
    We are a small family business in the north
    I do not know whom else to ask
    It is for my mother, who is 80
    Last time your people were very helpful
    If this is not settled by Friday you will hear from my lawyer
    Sorry for the long mail
    I am writing on behalf of our club
  `),
  greetings: lines(`
    Hello,
    Hi there,
    Dear Sir or Madam,
    Good morning,
    Hi team,
    To whom it may concern,
  `),
  closings: lines(`
    Best regards
    Kind regards
    Thanks
    Many thanks
    Yours sincerely
    Cheers
  `),
  products: lines(`
    the app
    the Atlas console
    my tablet
    the Nimbus router
    the heating unit
    the desktop client
    the coffee machine
    the headset
    the portal
    the vacuum cleaner
  `),
}
